/** The run to send along: its address, and files. */
import { signal } from '@preact/signals';
import { words } from '../../words/words.ts';
import { Dialog } from './dialog.tsx';
import { saveHtml, saveJson, savePng } from './export.ts';
import { scene } from './model.ts';

export const exportOpen = signal(false);
const copied = signal(false);

export const ExportMenu = () => {
  const w = words.value.beside;
  return (
    <Dialog open={exportOpen} title={w.shareTitle}>
      <div class="share">
        <p>{w.shareText}</p>
        <label class="field wide">
          <span class="field-name">{w.behindLink}</span>
          <input
            readOnly
            value={scene.value?.query ? `#/playground?${scene.value.query}` : location.hash}
            onFocus={(event) => event.currentTarget.select()}
          />
        </label>
        <div class="buttons">
          <button
            type="button"
            class="primary"
            onClick={() =>
              void navigator.clipboard.writeText(location.href).then(() => {
                copied.value = true;
              })
            }
          >
            {copied.value ? w.copied : w.copyLink}
          </button>
          <button type="button" onClick={() => void saveJson()}>
            {w.saveJson}
          </button>
          <button type="button" onClick={() => void savePng()}>
            {w.savePng}
          </button>
          <button type="button" onClick={() => void saveHtml()}>
            {w.saveHtml}
          </button>
        </div>
      </div>
    </Dialog>
  );
};
