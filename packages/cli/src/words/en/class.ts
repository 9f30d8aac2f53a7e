/** What a mentor reads of a class, and what is measured: `class`, `bench`. */

export const classWords = {
  'class-no-students': 'Cannot {attempt} in {folder}: it is empty; wanted a folder or an archive for each student.',
  'class-out-around':
    'Cannot {attempt} in {folder} with --out {out}: the submissions lie in it, and what is written there replaces what was; wanted a folder beside them.',
  'class-nothing': 'none of the files is named as a stub is, so there is nothing to grade; wanted some of {names}',
  'class-no-folder':
    'Cannot {attempt} in {folder}: {is}; wanted a folder that holds a folder or an archive for each student.',
  'class-folder-is-file': 'it is a file',
  'class-folder-unreadable': 'it can not be read',
  'class-system':
    'Cannot {attempt}: the line between judge and sandbox needs Linux or macOS; wanted one of them, or WSL.',
  'class-swarm-or-not': "Cannot {attempt}: a swarm is Docker's; wanted --swarm or --no-docker, not both.",
  'class-engine':
    'Cannot {attempt}: no Docker engine answers on this machine; start Docker, or give --no-docker if you trust all of the code.',
  'class-no-swarm':
    'Cannot {attempt}: this Docker engine manages no swarm; run "docker swarm init", on one machine too, or leave out --swarm.',
  'class-locked':
    'Cannot grade into {folder}: process {pid} is grading into it already; wait for it, or give another --out.',

  'bench-no-clients':
    'Cannot {attempt}: without log-replication and kv-store there is nothing to ask it for; wanted a --lineup with both.',
  'bench-interrupted': 'The measurement was interrupted; nothing of it is left running.',
  'bench-watch-ended': 'Cannot measure watch: it ended with {code} after {count} saves; wanted it to go on.',
  'bench-watch':
    '{stage}: {saves} saves, from saving to the first verdict: median {median} ms, 95th percentile {slow} ms, longest {longest} ms ({processors} processors, load {load}).',
  'bench-of': '{nodes}: {line}',
  'bench-load': '{store}: {work}, {count} in flight',
  'bench-kills': '{store}: its leader is killed {times} times',
  'bench-write': 'writes',
  'bench-consistent-read': 'consistent reads',
  'bench-stale-read': 'stale reads',
  'bench-disk': 'The disk makes {count} appends of 4 KB durable in a second (fdatasync, one after the other).',
  'bench-values': 'Values of {bytes} bytes; a write is on the disks of a majority before it is acknowledged.',
  'bench-beside': 'Beside it {etcd}, asked by gRPC over one connection to its leader, by a client as light as ours.',
  'bench-without-etcd':
    'No etcd was measured: there is none here (Debian: apt-get install etcd-server), or it was not wanted.',
  'bench-in-flight': 'in flight',
  'bench-a-second': 'a second',
  'bench-ratio': 'ratio',
  'bench-syncs': 'syncs/s',
  'bench-failed-over':
    'From killing the leader to the next acknowledged write, {times} times, with election timeouts of {min} to {max} ms:',
  'bench-times': 'median {median} s, worst {worst} s',

  'soak-no-clients':
    'Cannot {attempt}: it has no clients without log-replication and kv-store; wanted a --lineup with both.',
  'soak-stopped': 'Cannot go on with the soak: {why}',
  'soak-usage': 'Cannot {attempt}: {why}',
  'report-no-compile': '{score}, does not compile',
  'report-not-to-end': '{score}, not graded to its end',
  'report-one-fails': '{score}, 1 milestone does not hold',
  'report-some-fail': '{score}, {count} milestones do not hold',
  'report-refused': 'not taken: {why}',
  'report-missing': 'not handed in',
  'report-not-graded': 'not graded, which is not the student’s fault: {why}',
} as const;
