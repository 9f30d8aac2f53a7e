/** What generate-compose says, in Japanese. */

export const composeWords = {
  'compose-usage': `使い方：pnpm tsx generate-compose.ts NODES [フラグ]

NODES 個（1 から 253）のノードのクラスターのための compose ファイルを書きます。

  --output FILE     書く場所（docker-compose.yml）
  --base-port N     最初のノードの状態のページの、127.0.0.1 でのポート。残りは続き（8080）
  --subnet CIDR     ノードだけのネットワーク（10.77.0.0/24）
  --lineup WHOSE    solutions、mine、または STAGE=mine|reference|FILE,…（solutions）
  --swarm           複数のマシンのための Docker Swarm のスタック（docker-stack.yml）
  --machines A,B,…  --swarm と一緒に：マシンのホスト名。省略するとここの Swarm に尋ねます
`,
  'compose-machines-alone':
    '{attempt}できません：--machines は Swarm のマシンを指定するものです。--swarm も付けてください。',
  'compose-flags': '{attempt}できません：{why}',
  'compose-no-flag':
    '{attempt}できません：{name} というフラグはありません{meant}。ノードの数と、次のどれかを指定してください：{names}',
  'compose-wanted-count': 'pnpm tsx generate-compose.ts 5 のように、1 から 253 までの整数を指定してください',
  'compose-no-count': '{attempt}できません：ノードの数がありません。{wanted}',
  'compose-more': '{attempt}できません：ノードの数のあとに "{more}" があります。{wanted}',
  'compose-count': '{attempt}できません：ノードの数が "{word}" です。{wanted}',
  'compose-base-port':
    '{attempt}できません：--base-port が "{text}" です。そこから {count} 個のポートが 65536 より小さくなるように、1 から {most} までの整数を指定してください。',
  'compose-subnet':
    '{attempt}できません：--subnet が "{text}" です。10.77.0.0/24 のように、IPv4 のサブネットを最初のアドレスで指定してください。',
  'compose-subnet-forbidden':
    '{attempt}できません：--subnet が {text} です。これはどのネットワークにも使えません。10.77.0.0/24 のような、プライベートなものを指定してください。',
  'compose-subnet-small':
    '{attempt}できません：--subnet の {text} に入るのは {room} ノードで、必要なのは {count} ノードです。もっと短いプレフィックスにしてください。',
  'compose-overlay-room':
    '戻ってきたタスクはしばらく二つのアドレスを持つので、{room} 個のアドレスが入るものが必要です。--subnet {subnet} を指定してください',
  'compose-overlay-usual': '{attempt}できません：{count} ノードは Swarm が作るネットワークに入りません。{wanted}',
  'compose-overlay-small': '{attempt}できません：--subnet の {text} は {count} ノードには小さすぎます。{wanted}',
  'compose-machines':
    '{attempt}できません：--machines が "{text}" です。"docker node ls" が示すホスト名を、コンマで区切って指定してください。',
  'compose-lineup':
    '{attempt}できません：--lineup が "{text}" です。solutions、mine、または STAGE=mine、STAGE=reference、STAGE=FILE をコンマで区切って指定してください。',
  'compose-not-written':
    '{attempt}できません：{file} に書き込めません：{why}。自分のフォルダーの中のファイルを指定してください。',
  'compose-no-folder': 'フォルダーがありません',
  'compose-folder-is-file': 'フォルダーではなくファイルの下です',
  'compose-forbidden': 'そこに書き込む権限がありません',
  'compose-is-folder': 'フォルダーです',
  'compose-empty-key': '{attempt}できません：クラスターの鍵を置く {file} が空です。削除するか、鍵を入れてください。',
  'compose-env': '{attempt}できません：クラスターの {variable} を置く {file} を読み書きできません：{why}',
  'compose-overlap':
    '{attempt}できません：サブネット {subnet} は、このマシンの{whose}の {other} と重なっています。空いているものを指定してください{advice}。',
  'compose-free-subnet': '（例：--subnet {subnet}）',
  'compose-network-of-docker': ' Docker ネットワーク {name} ',
  'compose-network-of': 'ネットワーク {name} ',
  'compose-same-name':
    '{attempt}できません：Swarm の二つのマシンが同じ {name} という名前です。ノードはどちらか一つに固定されます。それぞれに別のホスト名を付けてください。',
  'compose-wrote': '{file} を書きました：{nodes}',
  'compose-wrote-key': 'クラスターの新しい鍵を {file} に書きました',
  'compose-wrote-base': 'イメージを {base} から作ることを {file} に書きました',
  'compose-bound': '固定しました：{places}',
  'compose-bound-to': '{node} → {machine}',
  'compose-unbound':
    'ここでは Swarm が応答しないので、どのノードもマシンに固定していません。マシンが複数あるときは --machines で指定してください',
} as const;
