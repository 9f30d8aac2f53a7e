/** The languages that the book is there in, and the few words of the site that no chapter says. */

export const languages = ['en', 'ja'] as const;
export type Language = (typeof languages)[number];

export interface Words {
  /** The language's own name for itself. */
  name: string;
  title: string;
  description: string;
  chapters: string;
  mentor: string;
  slides: string;
  slideKeys: string;
  onThisPage: string;
  previous: string;
  next: string;
  appearance: string;
  menu: string;
  top: string;
  search: string;
  noResults: string;
  clear: string;
  back: string;
  choose: string;
  navigate: string;
  close: string;
  details: string;
  notFound: string;
  home: string;
  language: string;
}

export const words: Record<Language, Words> = {
  en: {
    name: 'English',
    title: 'Raft Weekend',
    description: 'Build a replicated key-value store in a weekend.',
    chapters: 'The book',
    mentor: 'For mentors',
    slides: 'Slides',
    slideKeys: 'Arrows turn the page, n shows the notes, f fills the screen.',
    onThisPage: 'On this page',
    previous: 'Before',
    next: 'Next',
    appearance: 'Light or dark',
    menu: 'Menu',
    top: 'To the top',
    search: 'Search',
    noResults: 'Nothing found for',
    clear: 'Clear',
    back: 'Back',
    choose: 'to open',
    navigate: 'to move',
    close: 'to close',
    details: 'Show the text around',
    notFound: 'There is no such page.',
    home: 'To the first chapter',
    language: 'Language',
  },
  ja: {
    name: '日本語',
    title: 'Raft Weekend',
    description: '週末で作る、複製されたキーバリューストア。',
    chapters: '本文',
    mentor: 'メンターのために',
    slides: 'スライド',
    slideKeys: '矢印キーでページをめくり、nでノート、fで全画面表示。',
    onThisPage: 'このページの内容',
    previous: '前の章',
    next: '次の章',
    appearance: '明るい・暗い',
    menu: 'メニュー',
    top: '先頭へ',
    search: '検索',
    noResults: '見つかりませんでした：',
    clear: '消去',
    back: '戻る',
    choose: '開く',
    navigate: '移動',
    close: '閉じる',
    details: '前後の文を表示',
    notFound: 'このページはありません。',
    home: '最初の章へ',
    language: '言語',
  },
};
