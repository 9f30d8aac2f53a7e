/** A cluster that is measured, ours or another: what the measurements ask of it. */

export interface Store {
  name: string;
  put(key: string, value: string): Promise<unknown>;
  /** `consistent`: confirmed by a majority. Otherwise whatever the node that is asked has. */
  get(key: string, consistent: boolean): Promise<unknown>;
  /** How often the leader has synced its disk since it booted; nothing if it does not say. */
  syncs(): Promise<number | undefined>;
  /** Kills the leader, and answers how many milliseconds later a write was acknowledged. All is well again after that. */
  failOver(): Promise<number>;
  down(): Promise<void>;
}
