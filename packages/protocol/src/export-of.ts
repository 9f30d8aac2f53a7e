/** A stage has one name everywhere, its stub's file name; its code can't have a dash in it: `log-replication` exports `logReplication`. */
export const exportOf = (stage: string): string =>
  stage.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());
