/** Where the book's sources are, and where what is made of them goes. */
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../../..');
export const docs = join(root, 'docs');
/** VitePress's own folder: its configuration and its looks. */
export const siteSource = resolve(import.meta.dirname, '../site');
/** Git leaves this folder alone. */
const made = join(root, '.weekend/book');
export const siteFolder = join(made, 'site');
export const slidesFolder = join(siteFolder, 'slides');
export const screenshotsFolder = join(made, 'screenshots');
