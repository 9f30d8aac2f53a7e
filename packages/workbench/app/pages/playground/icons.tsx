/** The few signs on buttons. Each button says in words what it does. */
const paths = {
  play: 'M6 4.2v11.6L15.5 10Z',
  pause: 'M5.5 4h3v12h-3zM11.5 4h3v12h-3z',
  step: 'M4 4.5v11L11.5 10ZM13 4.5h2.6v11H13z',
  back: 'M16 4.5v11L8.5 10ZM4.4 4.5H7v11H4.4z',
  news: 'M2.5 4.5v11L8.6 10ZM9 4.5v11l6.1-5.5ZM15.6 4.5H18v11h-2.4z',
  start: 'M17.5 4.5v11L11.4 10ZM11 4.5v11L4.9 10ZM2 4.5h2.4v11H2z',
} as const;

export const Icon = ({ name }: { name: keyof typeof paths }) => (
  <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);
