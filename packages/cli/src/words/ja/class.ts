/** What a mentor reads of a class, and what is measured: `class`, `bench`, in Japanese. */

export const classWords = {
  'class-no-students': '{folder} の{attempt}できません：空です。学生ごとにフォルダーかアーカイブが必要です。',
  'class-out-around':
    '{folder} の{attempt}できません：--out {out} の中に提出物があり、結果を書くと前からあるものが置き換わります。提出物と別のフォルダーを指定してください。',
  'class-nothing':
    'スタブと同じ名前のファイルが一つもないため、採点するものがありません。{names} のうち書いたものを提出してもらってください',
  'class-no-folder':
    '{folder} の{attempt}できません：{is}。学生ごとのフォルダーかアーカイブが入ったフォルダーを指定してください。',
  'class-folder-is-file': 'ファイルです',
  'class-folder-unreadable': '読めません',
  'class-system':
    '{attempt}できません：採点側とサンドボックスをつなぐには Linux か macOS が必要です。そのどちらかか、WSL を使ってください。',
  'class-swarm-or-not':
    '{attempt}できません：Swarm は Docker のものです。--swarm か --no-docker のどちらか一方を指定してください。',
  'class-engine':
    '{attempt}できません：このマシンで Docker エンジンが応答しません。Docker を起動するか、すべてのコードを信頼できるなら --no-docker を指定してください。',
  'class-no-swarm':
    '{attempt}できません：この Docker エンジンは Swarm を管理していません。1 台だけでも "docker swarm init" を実行するか、--swarm を外してください。',
  'class-locked':
    '{folder} に採点結果を置けません：プロセス {pid} がそこに採点中です。終わるのを待つか、別の --out を指定してください。',

  'bench-no-clients':
    '{attempt}できません：log-replication と kv-store がなければ、要求できるものがありません。両方を含む --lineup を指定してください。',
  'bench-interrupted': '計測を中断しました。動いたままのものはありません。',
  'bench-watch-ended':
    'watch を計測できません：{count} 回の保存のあと {code} で終わりました。続いている必要があります。',
  'bench-watch':
    '{stage}：{saves} 回の保存、保存から最初の判定まで：中央値 {median} ms、95 パーセンタイル {slow} ms、最長 {longest} ms（プロセッサー {processors} 個、負荷 {load}）。',
  'bench-of': '{nodes}：{line}',
  'bench-load': '{store}：{work}、同時に {count} 件',
  'bench-kills': '{store}：リーダーを {times} 回止めます',
  'bench-write': '書き込み',
  'bench-consistent-read': '一貫した読み取り',
  'bench-stale-read': '古くてもよい読み取り',
  'bench-disk': 'ディスクは 4 KB の追記を 1 秒に {count} 回、確実に保存します（fdatasync、一つずつ）。',
  'bench-values': '値は {bytes} バイトです。書き込みは、過半数のディスクに載ってから確認応答されます。',
  'bench-beside':
    '並べて測るのは {etcd} です。こちらと同じくらい軽いクライアントが、リーダーへの一つの接続で、gRPC で要求します。',
  'bench-without-etcd':
    'etcd は測っていません。ここにないか（Debian では apt-get install etcd-server）、測らない指定でした。',
  'bench-in-flight': '同時',
  'bench-a-second': '毎秒',
  'bench-ratio': '比',
  'bench-syncs': '同期/秒',
  'bench-failed-over':
    'リーダーを止めてから次の書き込みが確認応答されるまで、{times} 回、選挙タイムアウトは {min} から {max} ms：',
  'bench-times': '中央値 {median} 秒、最悪 {worst} 秒',

  'soak-no-clients':
    '{attempt}できません：log-replication と kv-store がなければ、クライアントがいません。両方を含む --lineup を指定してください。',
  'soak-stopped': '耐久試験を続けられません：{why}',
  'soak-usage': '{attempt}できません：{why}',
  'report-no-compile': '{score}、コンパイルできません',
  'report-not-to-end': '{score}、最後まで採点できませんでした',
  'report-one-fails': '{score}、マイルストーン 1 個が不合格',
  'report-some-fail': '{score}、マイルストーン {count} 個が不合格',
  'report-refused': '受け付けられません：{why}',
  'report-missing': '未提出',
  'report-not-graded': '採点できませんでした。学生のせいではありません：{why}',
} as const;
