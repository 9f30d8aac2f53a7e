/** What generate-compose says. */

export const composeWords = {
  'compose-usage': `Usage: pnpm tsx generate-compose.ts NODES [flags]

Writes a compose file for a cluster of NODES nodes, 1 to 253.

  --output FILE     where to write it (docker-compose.yml)
  --base-port N     the port on 127.0.0.1 of the first node's status; the others follow (8080)
  --subnet CIDR     the nodes' own network (10.77.0.0/24)
  --lineup WHOSE    solutions, mine, or STAGE=mine|reference|FILE,… (solutions)
  --swarm           a stack for Docker Swarm, for more than one machine (docker-stack.yml)
  --machines A,B,…  with --swarm: the hostnames of its machines; asked of the swarm if there is one here
`,
  'compose-machines-alone': 'Cannot {attempt}: --machines names machines of a swarm; wanted --swarm with it.',
  'compose-flags': 'Cannot {attempt}: {why}',
  'compose-no-flag': 'Cannot {attempt}: there is no flag {name}{meant}; wanted a number of nodes and any of {names}.',
  'compose-wanted-count': 'wanted a whole number from 1 to 253, as in: pnpm tsx generate-compose.ts 5',
  'compose-no-count': 'Cannot {attempt}: the number of nodes is missing; {wanted}',
  'compose-more': 'Cannot {attempt}: after the number of nodes comes "{more}"; {wanted}',
  'compose-count': 'Cannot {attempt}: the number of nodes is "{word}"; {wanted}',
  'compose-base-port':
    'Cannot {attempt}: --base-port is "{text}"; wanted a whole number from 1 to {most}, so that {count} ports from there on are below 65536.',
  'compose-subnet':
    'Cannot {attempt}: --subnet is "{text}"; wanted an IPv4 subnet by its first address, like 10.77.0.0/24.',
  'compose-subnet-forbidden':
    'Cannot {attempt}: --subnet is {text}, which no network may have; wanted a private one, like 10.77.0.0/24.',
  'compose-subnet-small':
    'Cannot {attempt}: --subnet is {text}, which has room for {room} nodes, and {count} are wanted; take a shorter prefix.',
  'compose-overlay-room':
    'wanted is one with room for {room} addresses, since a task that comes back has two for a while: take --subnet {subnet}',
  'compose-overlay-usual': 'Cannot {attempt}: {count} nodes do not fit into the network that Swarm makes; {wanted}',
  'compose-overlay-small': 'Cannot {attempt}: --subnet is {text}, which is too small for {count} nodes; {wanted}',
  'compose-machines':
    'Cannot {attempt}: --machines is "{text}"; wanted hostnames with commas between, as "docker node ls" shows them.',
  'compose-lineup':
    'Cannot {attempt}: --lineup is "{text}"; wanted solutions, mine, or STAGE=mine, STAGE=reference or STAGE=FILE, with commas between.',
  'compose-not-written': 'Cannot {attempt}: {file} cannot be written, for {why}; wanted a file in a folder of yours.',
  'compose-no-folder': 'its folder does not exist',
  'compose-folder-is-file': 'its folder is a file',
  'compose-forbidden': 'you may not write there',
  'compose-is-folder': 'it is a folder',
  'compose-empty-key':
    "Cannot {attempt}: {file} is to hold the cluster's key and is empty; wanted none, or one with a key.",
  'compose-env': "Cannot {attempt}: {file} is to hold the cluster's {variable} and cannot be read and written: {why}",
  'compose-overlap':
    'Cannot {attempt}: the subnet {subnet} overlaps {other}, {whose} on this machine; wanted a free one{advice}.',
  'compose-free-subnet': ', with --subnet {subnet} for one',
  'compose-network-of-docker': "Docker's network {name}",
  'compose-network-of': 'the network of {name}',
  'compose-same-name':
    'Cannot {attempt}: two machines of the swarm are called {name}, and a node has to be bound to one of them; wanted a hostname of its own for each.',
  'compose-wrote': 'wrote {file}: {nodes}',
  'compose-wrote-key': 'wrote a new cluster key to {file}',
  'compose-wrote-base': 'wrote to {file} that the image is built from {base}',
  'compose-bound': 'bound {places}',
  'compose-bound-to': '{node} to {machine}',
  'compose-unbound':
    'no swarm answers here, so no node is bound to a machine; for more than one, name them with --machines',
} as const;
