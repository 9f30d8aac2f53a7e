/** What is said around a real cluster, in the terminal and in the workbench, in Japanese. */

export const clusterWords = {
  'nodes-one': '1 ノード',
  'nodes-many': '{count} ノード',
  'life-running': '稼働中',
  'life-paused': '一時停止',
  'life-stopped': '停止',
  'role-follower': 'フォロワー',
  'role-candidate': '候補者',
  'role-leader': 'リーダー',

  'cluster-no-count':
    '{attempt}できません：ノードの数がありません。"{command}" のように、{least} から {most} までの整数を指定してください。',
  'cluster-count':
    '{attempt}できません：ノードの数が "{text}" です。{least} から {most} までの整数を指定してください。',
  'cluster-number': '{attempt}できません：{flag} が "{text}" です。{least} から {most} までの整数を指定してください。',
  'cluster-base-port':
    '{attempt}できません：--base-port が "{text}" です。続いた {count} 個のポートのために、1 から {most} までの整数を指定してください。',
  'cluster-runtime': '{attempt}できません：--runtime が "{text}" です{meant}。process か docker を指定してください。',
  'cluster-no-node':
    '{attempt}できません："{text}" というノードはこのクラスターにありません。次のノードを指定してください：{nodes}',
  'cluster-n1-to': 'n1 から {last}',
  'cluster-none': '{attempt}できません：クラスターが起動していません。"{command}" で起動してください。',
  'cluster-already':
    '{attempt}できません：{count} ノードのクラスターがすでにあります。"{status}" で表示し、"{down}" で終了できます。',
  'cluster-port-taken':
    '{attempt}できません：ポート {port} は{holder}が使っています。空けるか、--base-port を指定してください。',
  'cluster-port-forbidden':
    '{attempt}できません：ポート {port} はここでは使えません（{problem}）。別の --base-port を指定してください。',
  'cluster-no-ports':
    '{attempt}できません：{lowest} から {highest} の間に、続いて空いている {count} 個のポートがありません。--base-port を指定してください。',
  'cluster-late':
    '{node} を起動できません：動いていますが、状態のページが {seconds} 秒間応答しません。"{command}" を見てください。',
  'cluster-ended-at-once': '{node} を起動できません：すぐに終了し、"{reason}" と出力しました。',
  'cluster-on-loose-end':
    '{attempt}できません：--lineup に kv-store がありますが、その土台の log-replication がまだ書かれていません。log-replication=reference のように、両方を指定してください。',
  'cluster-not-in-image':
    '{attempt}できません：{file} はイメージに入っていません。exercises か solutions の下のファイルを指定してください。',
  'cluster-one-network':
    '{attempt}できません：これらのノードは一台のマシンのプロセスで、そのネットワークを共有しています。--runtime docker でクラスターを起動するか、シナリオ partition を実行してください。',
  'cluster-system':
    'クラスターを起動できません：プロセスとして動くのは Linux と macOS で、これは {system} です。--runtime docker を指定してください。',
  'cluster-twice': '{attempt}できません：{node} が二度指定されています。ノードは片側だけに置けます。',
  'cluster-life': '{attempt}できません：{is}。{wanted}ノードを指定してください。',
  'cluster-is-running': '稼働中です',
  'cluster-is-paused': '一時停止中です',
  'cluster-is-stopped': '停止しています',
  'cluster-wanted-running': '稼働中の',
  'cluster-wanted-paused': '一時停止中の',
  'cluster-wanted-stopped': '停止している',
  'cluster-wanted-running-or-paused': '稼働中か一時停止中の',
  'engine-none':
    '{attempt}できません：{place} Docker エンジンが応答しません。Docker を起動するか、--runtime docker を外してプロセスで動かしてください。',
  'engine-at': 'DOCKER_HOST={host} で',
  'engine-here': 'このマシンで',
  'engine-says': '{attempt}できません：Docker からの答え："{words}"',
  'engine-no-base':
    '{attempt}できません：{base} はここになく、取得もできません。このマシンの Node（{here}）は {there} のコンテナーでは動きません。レジストリーが応答する場所で "docker pull {base}" を実行してください。',
  'engine-own-base': '{usual} を取得できないので、このマシンの Node から {own} を作りました',
  'engine-builds': 'イメージ {image} を {base} から作っています',
  'starting-one-process': 'プロセスを 1 つ起動しています',
  'starting-processes': 'プロセスを {count} 個起動しています',
  'starting-one-container': 'コンテナーを 1 つ起動しています',
  'starting-containers': 'コンテナーを {count} 個起動しています',

  'lineup-no-log': 'まだ書かれていません：リーダーはハートビートを送り、ログは空のままです',
  'lineup-no-clients': 'まだ書かれていません：クライアントはいません',
  'cluster-interrupted': '中断しました。動いたままのものはありません。',
  'cluster-table-only': 'Ctrl-C で表を閉じます。クラスターは動き続けます。',
  'cluster-goes-on': 'クラスターは動き続けます。終了するには：{command}',
  'cluster-no-leader': '{seconds} 秒たっても、すべてのノードが挙げるリーダーがいません。',
  'cluster-went-down': '{node} がひとりでに止まりました：',
  'cluster-said-nothing': '{node} は何も出力せずに終了しました',
  'cluster-met-unwritten': '{node} が書かれていない部分に達しました：{what}',
  'cluster-unwritten': '{node} は、あなたのコードがまだない所で止まりました：',
  'cluster-write-it': '{files} に書くか、模範解答が動くのを見てください：{command}',
  'cluster-nothing-left': '動いたままのものはありません。',
  'cluster-killed': '{node} を強制終了しました。保存していなかったものは失われました。',
  'cluster-started': '{node} は、保存していた内容で再び動いています。',
  'cluster-paused': '{node} を一時停止しました。ほかのノードにはクラッシュと区別できません。',
  'cluster-resumed': '{node} は止まっていた所から続けます。',
  'cluster-cut': 'ネットワークを分断しました：{sides}',
  'cluster-healed': 'すべてのノードが再び一つのネットワークにいます。',
  'cluster-down': 'クラスターを終了しました。保存していたものは消えました。',
  'cluster-orphan': '終了されていなかった {name} を片付けました。',

  'page-cut': 'ネットワークを分断しました。どちら側にも、自分の側だけが聞こえます。',
  'page-load': 'これから 4 つのクライアントが読み書きします。',
  'page-rest': 'クライアントは休んでいます。',
  'page-stopped': 'シナリオを止めました。動いたままのものはありません。',
  'page-stopped-by-you': 'あなたが止めました',
  'page-no-scenario': 'シナリオを実行できません："{name}" というシナリオはありません。',
  'page-playing-already': '{attempt}できません：別のシナリオを実行中です。終わるのを待つか、止めてください。',
  'page-playing': '{scenario} を専用の {count} ノードで実行しています。',
  'page-no-cluster': '{attempt}できません：クラスターが起動していません。先に起動してください。',
  'page-no-node': '{attempt}できません：このクラスターにそのノードはありません。',
  'page-life': '{attempt}できません：今の状態は「{life}」です。',
  'page-went-down': '{node} がひとりでに止まりました：{words}',
  'page-no-clients':
    '要求を送信できません：kv-store がまだ書かれていないので、このクラスターにはクライアントがいません。',
  'page-not-sent': '要求を送信できません：{why}',
  'page-silent': '{node} は何も出力していません。',
  'page-up-already': '{attempt}できません：すでに起動しています。先に終了するか、そのまま使ってください。',
  'page-claimed': '{attempt}できません：すでに起動しています。先に終了してください。',
  'page-up': 'クラスターが起動し、すべてのノードが同じリーダーを挙げています。',
  'page-no-leader': 'ノードは動いていますが、リーダーが一致しません。',
  'page-unwritten':
    '{node} は、あなたのコードがまだない所で止まりました（{what}）。書くか、模範解答でクラスターを起動してください。動いたままのものはありません。',
} as const;
