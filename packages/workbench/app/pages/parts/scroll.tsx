/** What is longer than its place, and scrolls: by the keyboard too, so the focus can be put on it. */
import type { ComponentChildren } from 'preact';

export const Scroll = (props: { label: string; class?: string; children: ComponentChildren }) => (
  <section
    class={`scroll ${props.class ?? ''}`}
    aria-label={props.label}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without the focus nobody scrolls here by keyboard (WCAG 2.1.1).
    tabIndex={0}
  >
    {props.children}
  </section>
);
