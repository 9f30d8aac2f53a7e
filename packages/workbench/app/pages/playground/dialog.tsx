/** A dialog of the browser's own: it keeps the focus, and Escape closes it. */
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { words } from '../../words/words.ts';

export const Dialog = ({
  open,
  title,
  children,
}: {
  open: Signal<boolean>;
  title: string;
  children: ComponentChildren;
}) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = open.value;
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      onClose={() => {
        open.value = false;
      }}
    >
      {isOpen ? (
        <>
          <header class="dialog-head">
            <h2>{title}</h2>
            <button
              type="button"
              class="icon-button"
              aria-label={words.value.beside.close}
              onClick={() => dialog.current?.close()}
            >
              ✕
            </button>
          </header>
          {children}
        </>
      ) : null}
    </dialog>
  );
};
