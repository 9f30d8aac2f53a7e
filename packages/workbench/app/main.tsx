/** Where the page begins. */
import { render } from 'preact';
import { Shell } from './shell.tsx';
import './style/index.css';
import { firstWords } from './words/words.ts';

const place = document.getElementById('app');
await firstWords();
if (place) render(<Shell />, place);
