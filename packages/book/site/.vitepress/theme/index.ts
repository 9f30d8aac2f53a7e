/** VitePress's own looks, and a little of ours. */
import theme from 'vitepress/theme';
import '../../../src/diagrams/drawn.css';
import './style.css';

export default theme;
