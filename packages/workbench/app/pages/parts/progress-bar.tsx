/** How far something is, to see and to hear. */

export const ProgressBar = ({ label, value, most }: { label: string; value: number; most: number }) => (
  <div class="progress">
    <div
      class="track"
      role="progressbar"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={most}
    >
      <div class="fill" style={{ width: `${most > 0 ? (100 * value) / most : 0}%` }} />
    </div>
    <span class="progress-words">{label}</span>
  </div>
);
