/** The run to send along: its address, and files. */
import { signal } from '@preact/signals';
import { Dialog } from './dialog.tsx';
import { saveHtml, saveJson, savePng } from './export.ts';
import { scene } from './model.ts';

export const exportOpen = signal(false);
const copied = signal(false);

export const ExportMenu = () => (
  <Dialog open={exportOpen} title="Share this run">
    <div class="share">
      <p>
        This address holds the seed, the lineup, all that was done, and the moment. Whoever opens it in a workbench of
        their own sees the same run, with their own code where yours stands.
      </p>
      <label class="field wide">
        <span class="field-name">Behind the workbench’s link</span>
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
          {copied.value ? 'Copied' : 'Copy the link'}
        </button>
        <button type="button" onClick={() => void saveJson()}>
          Save JSON
        </button>
        <button type="button" onClick={() => void savePng()}>
          Save PNG
        </button>
        <button type="button" onClick={() => void saveHtml()}>
          Save as one HTML file
        </button>
      </div>
    </div>
  </Dialog>
);
