/** A part of the page that scrolls by itself, and therefore takes the focus: else no keyboard could scroll it. */
import type { ComponentChildren, Ref } from 'preact';

interface Scrolled {
  class: string;
  /** What a screen reader calls it. */
  label: string;
  place?: Ref<HTMLElement>;
  children?: ComponentChildren;
  /** Our own drawing, in which every text is escaped. */
  drawing?: string;
  onClick?: (event: MouseEvent) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
}

export const Scroller = ({ class: name, label, place, children, drawing, onClick, onKeyDown }: Scrolled) => (
  <section
    ref={place ?? null}
    class={name}
    aria-label={label}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, what scrolls has to be in reach of the keyboard.
    tabIndex={0}
    {...(onClick && { onClick })}
    {...(onKeyDown && { onKeyDown })}
    {...(drawing !== undefined && { dangerouslySetInnerHTML: { __html: drawing } })}
  >
    {children}
  </section>
);
