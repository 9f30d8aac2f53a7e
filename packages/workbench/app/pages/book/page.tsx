/** Book: the chapters, searchable, with pieces of code that run where they stand. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { language, words } from '../../words/words.ts';
import '../parts/parts.css';
import './book.css';
import { makeRunnable } from './pieces.ts';
import { book, chapter, found, openBook, query, section, trouble } from './state.ts';

export const Book = () => {
  const reader = language.value;
  useEffect(() => void openBook(reader), [reader]);
  return (
    <div class="two-columns book">
      <nav class="beside" aria-label={words.value.book.chapters}>
        <Search />
        {query.value.trim() ? <Found /> : <Chapters />}
      </nav>
      <div class="column">
        {trouble.value && (
          <p class="notice bad" role="alert">
            {trouble.value}
          </p>
        )}
        {chapter.value ? <Text /> : <p class="quiet">{words.value.book.opening}</p>}
      </div>
    </div>
  );
};

const Search = () => (
  <search>
    <label class="visually-hidden" for="book-search">
      {words.value.book.search}
    </label>
    <input
      id="book-search"
      type="search"
      placeholder={words.value.book.search}
      value={query.value}
      onInput={(event) => {
        query.value = event.currentTarget.value;
      }}
    />
  </search>
);

const Found = () => (
  <>
    <p class="quiet" role="status">
      {found.value.length === 0 ? words.value.book.nothing : words.value.book.found(found.value.length)}
    </p>
    <ul class="found">
      {found.value.map(({ id, title, chapter: name, excerpt }) => (
        <li key={id}>
          <a href={`#/book/${id}`}>
            <strong>{title}</strong>
            <span class="quiet">{name}</span>
            <span>{excerpt}</span>
          </a>
        </li>
      ))}
    </ul>
  </>
);

/** Beside the text where there is room, else behind a word above it. */
const Chapters = () => (
  <details class="chapters" open={matchMedia('(min-width: 52rem)').matches}>
    <summary>{words.value.book.chapters}</summary>
    <ChapterList />
  </details>
);

const ChapterList = () => (
  <ul class="chapter-list">
    {book.value?.chapters.map(({ id, title, sections }) => (
      <li key={id}>
        <a href={`#/book/${id}`} aria-current={chapter.value?.id === id ? 'page' : undefined}>
          {title}
        </a>
        {chapter.value?.id === id && (
          <ul>
            {sections
              .filter((each) => each.id !== '')
              .map((each) => (
                <li key={each.id}>
                  <a
                    href={`#/book/${id}/${each.id}`}
                    aria-current={section.value === `${id}/${each.id}` ? 'true' : undefined}
                  >
                    {each.title}
                  </a>
                </li>
              ))}
          </ul>
        )}
      </li>
    ))}
  </ul>
);

const Text = () => {
  const place = useRef<HTMLElement>(null);
  const shown = chapter.value;
  const heading = section.value;
  useLayoutEffect(() => {
    if (place.current) return makeRunnable(place.current);
  }, [shown]);
  useEffect(() => {
    const there = heading ? document.getElementById(heading) : null;
    if (there) {
      there.scrollIntoView();
      there.focus({ preventScroll: true });
    } else window.scrollTo(0, 0);
  }, [shown, heading]);
  if (!shown || !book.value) return null;
  const all = book.value.chapters;
  const at = all.indexOf(shown);
  return (
    <>
      <article
        ref={place}
        key={`${book.value.language} ${shown.id}`}
        class="prose"
        lang={book.value.language}
        // Made by our server from the chapters, in which no HTML counts.
        dangerouslySetInnerHTML={{ __html: shown.html }}
      />
      <nav class="row turn-page" aria-label={words.value.book.turn}>
        <Neighbour sign="←" chapter={all[at - 1]} />
        <Neighbour sign="→" chapter={all[at + 1]} />
      </nav>
    </>
  );
};

const Neighbour = ({ chapter: other, sign }: { chapter: { id: string; title: string } | undefined; sign: string }) =>
  other ? (
    <a class="button" href={`#/book/${other.id}`}>
      <span aria-hidden="true">{sign}</span> {other.title}
    </a>
  ) : (
    <span />
  );
