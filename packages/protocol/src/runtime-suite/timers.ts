/** What a runtime's timers and clock owe to a protocol. That a real machine may be late is no fault: only too early is. */
import { firedBy, type Lab, probe, withCluster } from './lab.ts';

export function timerSuite({ runtime, describe, test, expect }: Lab): void {
  const names = (fired: { timer: string }[]) => fired.map(({ timer }) => timer);

  describe('a timer', () => {
    test('fires once', async () => {
      const fired = await firedBy(runtime, (world) => {
        world.setTimer('once', 5);
        world.setTimer('end', 100);
      });
      expect(names(fired)).toEqual(['once', 'end']);
    });

    test('that is set again counts from the last setting, be it later', async () => {
      const fired = await firedBy(runtime, (world) => {
        world.setTimer('again', 5);
        world.setTimer('again', 60);
        world.setTimer('end', 150);
      });
      expect(names(fired)).toEqual(['again', 'end']);
      expect(Number(fired[0]?.after) >= 60).toEqual(true);
    });

    test('that is set again counts from the last setting, be it earlier', async () => {
      const fired = await firedBy(runtime, (world) => {
        world.setTimer('again', 200);
        world.setTimer('between', 100);
        world.setTimer('end', 300);
        world.setTimer('again', 5);
      });
      expect(names(fired)).toEqual(['again', 'between', 'end']);
    });

    test('that is set again in another turn counts from there', async () => {
      const fired = await firedBy(
        runtime,
        (world) => {
          world.setTimer('touch', 20);
          world.setTimer('again', 60);
        },
        (timer, world) => {
          if (timer === 'touch') world.setTimer('again', 100);
          if (timer === 'again') world.setTimer('end', 100);
        },
      );
      expect(names(fired)).toEqual(['touch', 'again', 'end']);
      expect(Number(fired[1]?.after) >= 120).toEqual(true);
    });

    test('does not fire once it is cleared, in the same turn or in another', async () => {
      const fired = await firedBy(
        runtime,
        (world) => {
          world.setTimer('at once', 5);
          world.clearTimer('at once');
          world.setTimer('later', 60);
          world.setTimer('touch', 5);
          world.setTimer('end', 150);
        },
        (timer, world) => {
          if (timer === 'touch') world.clearTimer('later');
        },
      );
      expect(names(fired)).toEqual(['touch', 'end']);
    });

    test('may be cleared when it does not run, and set again after it was cleared', async () => {
      const fired = await firedBy(runtime, (world) => {
        world.clearTimer('never set');
        world.setTimer('back', 5);
        world.clearTimer('back');
        world.setTimer('back', 5);
        world.setTimer('end', 100);
      });
      expect(names(fired)).toEqual(['back', 'end']);
    });

    test('does not live through a crash', async () => {
      const fired: string[] = [];
      let boots = 0;
      const node = probe({
        start(_me, _peers, _saved, world) {
          boots++;
          world.setTimer(boots === 1 ? 'of the first life' : 'of the second life', boots === 1 ? 50 : 200);
          return {};
        },
        onTimer(_state, timer) {
          fired.push(timer);
          return undefined;
        },
      });
      await withCluster(runtime, { n1: node }, async (cluster) => {
        await cluster.until(() => boots === 1);
        await cluster.crash('n1');
        await cluster.restart('n1');
        await cluster.until(() => fired.includes('of the second life'));
      });
      expect(fired).toEqual(['of the second life']);
    });

    test('waits a time that is drawn anew from its range, and is never early', async () => {
      const waited: number[] = [];
      let setAt = 0;
      await firedBy(
        runtime,
        (world) => {
          setAt = world.now;
          world.setTimer('drawn', 1, 40);
        },
        (_timer, world) => {
          waited.push(world.now - setAt);
          setAt = world.now;
          if (waited.length < 20) world.setTimer('drawn', 1, 40);
          else world.setTimer('end', 0);
        },
      );
      expect(waited.slice(0, 20).every((time) => time >= 1)).toEqual(true);
      // A runtime that always takes the same point of the range lets elections tie for ever.
      expect(new Set(waited.slice(0, 20).map((time) => Math.floor(time / 8))).size > 1).toEqual(true);
    });
  });

  describe('the clock', () => {
    test('stands still during a turn and never goes backwards', async () => {
      const seen: number[] = [];
      let stoodStill = true;
      await firedBy(
        runtime,
        (world) => world.setTimer('tick', 0, 3),
        (timer, world) => {
          seen.push(world.now);
          for (let i = 0; i < 1000; i++) stoodStill &&= world.now === seen.at(-1);
          if (timer === 'tick') world.setTimer(seen.length < 50 ? 'tick' : 'end', 0, 3);
        },
      );
      expect(stoodStill).toEqual(true);
      expect(seen.every((now, i) => i === 0 || now >= Number(seen[i - 1]))).toEqual(true);
    });
  });
}
