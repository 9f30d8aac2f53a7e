/** Light or dark: as the system is, until somebody chooses. */
import { computed, effect, signal } from '@preact/signals';

export type Theme = 'light' | 'dark';

const system = matchMedia('(prefers-color-scheme: dark)');
const systemTheme = signal<Theme>(system.matches ? 'dark' : 'light');
system.addEventListener('change', () => {
  systemTheme.value = system.matches ? 'dark' : 'light';
});

const key = 'weekend-theme';
const kept = localStorage.getItem(key);
const chosen = signal<Theme | undefined>(kept === 'light' || kept === 'dark' ? kept : undefined);

export const theme = computed<Theme>(() => chosen.value ?? systemTheme.value);

export function toggleTheme(): void {
  chosen.value = theme.value === 'dark' ? 'light' : 'dark';
  localStorage.setItem(key, chosen.value);
}

effect(() => {
  document.documentElement.dataset.theme = theme.value;
});
