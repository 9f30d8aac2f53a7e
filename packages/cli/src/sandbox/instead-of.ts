/** What a stage asks for instead of its machine. */

/** What a student who reaches for this should ask for. */
export function insteadOf(used: string): string {
  if (/^process\.(exit|reallyExit|abort|kill|exitCode)$/.test(used))
    return 'it would end the process, and a handler only returns';
  if (/^(setTimeout|setInterval|setImmediate|clear\w+)$/.test(used))
    return 'ask the world: world.setTimer in a protocol, world.wait in stage 01';
  if (/^(performance|Performance)/.test(used)) return 'the only clock is world.now';
  if (/^(crypto|Crypto)/.test(used)) return 'the only dice are world.choose and the range of world.setTimer';
  if (/^(fetch|WebSocket|BroadcastChannel)/.test(used)) return 'the only network is world.send';
  if (/^Proxy/.test(used)) return 'a state is plain data';
  if (used === 'queueMicrotask') return 'a handler must be done when it returns';
  return 'a stage has its state and its world, and no machine';
}
