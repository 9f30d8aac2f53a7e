/** Each node's log as a row. Committed, applied and conflicting entries differ by pattern and sign, not by colour alone. */
import { Component } from 'preact';
import type { NodeView } from '../../../run/index.ts';
import { Scroller } from '../../scroller.tsx';
import { termColour } from '../../term-colour.ts';
import { scene } from './model.ts';

export const Logs = () => {
  const nodes = scene.value?.view.nodes ?? [];
  return (
    <section class="card logs" aria-label="Logs">
      <h2>Logs</h2>
      <Scroller class="log-rows" label="The logs, row by row">
        {nodes.map((node) => (
          <Row key={node.address} node={node} />
        ))}
      </Scroller>
      <p class="legend" aria-hidden="true">
        <span>
          <i class="entry sample" /> in the log
        </span>
        <span>
          <i class="entry sample committed" /> committed
        </span>
        <span>
          <i class="entry sample committed applied" /> applied
        </span>
        <span>
          <i class="entry sample conflicts" /> conflicts
        </span>
      </p>
    </section>
  );
};

const looksOf = ({ log, commitIndex, lastApplied, condition, role }: NodeView): string =>
  JSON.stringify([log, commitIndex, lastApplied, condition, role]);

/** Drawn again only when something in it has changed: most pictures change no log. */
class Row extends Component<{ node: NodeView }> {
  override shouldComponentUpdate(next: { node: NodeView }): boolean {
    return looksOf(next.node) !== looksOf(this.props.node);
  }

  override render() {
    const { node } = this.props;
    const { log, address, condition } = node;
    return (
      <div class={`log-row ${condition}`}>
        <span class="log-name">
          {address}
          {node.role === 'leader' ? <span class="log-leader"> ★</span> : null}
        </span>
        <ol
          start={log.first}
          aria-label={`Log of ${address}: ${log.length} entries, committed up to ${node.commitIndex}, applied up to ${node.lastApplied}`}
        >
          {log.first > 1 ? <li class="entry more">… {log.first - 1}</li> : null}
          {log.entries.map((entry, i) => (
            <li key={log.first + i} class={classOf(node, log.first + i, entry.conflicts, entry.term)}>
              <span class="entry-index">{log.first + i}</span>
              <span class="entry-term">T{entry.term}</span>
              <span class="entry-label">{entry.label}</span>
              <span class="visually-hidden">{spoken(node, log.first + i, entry.conflicts)}</span>
            </li>
          ))}
          {log.length === 0 ? <li class="empty">{node.role === 'played' ? 'played by the story' : 'empty'}</li> : null}
        </ol>
      </div>
    );
  }
}

function classOf(node: NodeView, index: number, conflicts: boolean, term: number): string {
  const committed = index <= node.commitIndex ? ' committed' : '';
  const applied = index <= node.lastApplied ? ' applied' : '';
  return `entry term-${termColour(term)}${committed}${applied}${conflicts ? ' conflicts' : ''}`;
}

function spoken(node: NodeView, index: number, conflicts: boolean): string {
  const words = [
    ...(index <= node.lastApplied ? ['applied'] : index <= node.commitIndex ? ['committed'] : ['not committed']),
    ...(conflicts ? ['conflicts'] : []),
  ];
  return `, ${words.join(', ')}`;
}
