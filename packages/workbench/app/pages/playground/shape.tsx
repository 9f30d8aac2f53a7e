/** The outline of a node by its role, so that colour is never the only sign: a circle follows, a diamond stands, a crowned hexagon leads. */
import type { NodeView } from '../../../run/index.ts';

export const Shape = ({ role, paused }: { role: NodeView['role']; paused: boolean }) => (
  <svg class="shape" viewBox="0 0 100 100" aria-hidden="true">
    <Outline role={role} />
    {role === 'leader' ? <path class="crown" d="M37 -2 33 -19 43.5 -11 50 -23 56.5 -11 67 -19 63 -2Z" /> : null}
    {role === 'down' ? <path class="cross" d="M24 24 76 76M76 24 24 76" /> : null}
    {paused ? <path class="pause" d="M43 8v12M57 8v12" /> : null}
  </svg>
);

const Outline = ({ role }: { role: NodeView['role'] }) => {
  switch (role) {
    case 'leader':
      return <path class="body" d="M50 3 91 26.5v47L50 97 9 73.5v-47Z" />;
    case 'candidate':
      return <rect class="body" x="16" y="16" width="68" height="68" rx="9" transform="rotate(45 50 50)" />;
    case 'follower':
    case 'down':
    case 'played':
      return <circle class="body" cx="50" cy="50" r="43" />;
    default:
      return role satisfies never;
  }
};
