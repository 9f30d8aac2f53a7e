/** The playground: see a run, reach into it, go back in it. */
import { useEffect } from 'preact/hooks';
import { route } from '../../router.ts';
import { words } from '../../words/words.ts';
import { Events } from './events.tsx';
import { ExportMenu } from './export-menu.tsx';
import { Help } from './help.tsx';
import { listenToKeys } from './keys.ts';
import { Logs } from './logs.tsx';
import { MessagePanel } from './message-panel.tsx';
import { close, open, openStory, scene, story } from './model.ts';
import { NodePanel } from './node-panel.tsx';
import { Notices } from './notices.tsx';
import { Ring } from './ring.tsx';
import { SetupBar } from './setup-bar.tsx';
import { SpaceTime } from './space-time.tsx';
import { Transport } from './transport.tsx';
import './style.css';

export const Playground = () => {
  const { query } = route.value;
  useEffect(() => {
    const id = query.get('story');
    void (id === null ? open(query) : openStory(id));
  }, [query]);
  useEffect(() => {
    const deafen = listenToKeys();
    return () => {
      deafen();
      close();
    };
  }, []);
  return (
    <div class={scene.value ? 'playground' : 'playground opening'}>
      <h1 class="visually-hidden">{words.value.playground.title}</h1>
      {story.value ? null : <SetupBar />}
      <Notices />
      <div class="stage">
        <section class="card ring-card" aria-label={words.value.playground.cluster}>
          <Ring />
        </section>
        <Transport />
      </div>
      <div class="side">
        <NodePanel />
        <MessagePanel />
      </div>
      <div class="below">
        <Logs />
        <Events />
      </div>
      <SpaceTime />
      <Help />
      <ExportMenu />
    </div>
  );
};
