/** Where the page begins. */
import { render } from 'preact';
import { Shell } from './shell.tsx';
import './style/index.css';

const place = document.getElementById('app');
if (place) render(<Shell />, place);
