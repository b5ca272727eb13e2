#!/usr/bin/env bash
# Makes the pictures of the documents anew: what a terminal and a browser show, and nothing drawn by hand.
# Needs the built jar and Debian's tmux, aha, chromium, perl, fonts-dejavu-core, fonts-noto-cjk and fonts-noto-color-emoji.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
for tool in tmux aha chromium perl; do
  command -v "$tool" >/dev/null || { echo "make.sh: $tool is missing: apt-get install $tool" >&2; exit 2; }
done
PATH=$root/bin:$PATH
work=$(mktemp -d)
server=arborist-pictures-$$
trap 'tmux -L "$server" kill-server 2>/dev/null || true; rm -rf "$work"' EXIT

# A queue in the middle of its work.
mkdir "$work/shop"
cd "$work/shop"
arborist init >/dev/null
arborist add --batch "$root/examples/shop.jsonl" >/dev/null
arborist cancel 35 >/dev/null
claim() { arborist claim --worker "$1" --agent-type "$2" --lease 3h --count "${3:-1}" >/dev/null; }
claim wei web 2 && arborist complete 30 --token 1 >/dev/null && arborist fail 33 --token 1 --error 'too dark' --permanent >/dev/null
claim ada java && arborist complete 3 --token 1 >/dev/null
claim mo mobile && arborist complete 17 --token 1 >/dev/null && claim mo mobile
claim ana analyst && arborist complete 10 --token 1 >/dev/null
claim kim writer && arborist complete 23 --token 1 >/dev/null
claim ada java && claim ben java
claim sre-1 sre
arborist add 'Nightly backup of the rates' --parent 2 --not-before +6h --agent-type sre >/dev/null

# shot NAME COLUMNS ROWS COMMAND KEYS...: a terminal in which COMMAND runs, after KEYS.
shot() {
  local name=$1 columns=$2 rows=$3 command=$4
  shift 4
  tmux -L "$server" -f /dev/null new-session -d -s "$name" -x "$columns" -y "$rows" \
    "cd '$work/shop'; export TERM=xterm-256color COLORTERM=truecolor LC_ALL=C.UTF-8; clear; $command; sleep 600"
  sleep 4
  for key in "$@"; do
    tmux -L "$server" send-keys -t "$name" "$key"
    sleep 0.4
  done
  sleep 1
  tmux -L "$server" capture-pane -e -p -N -t "$name" >"$work/$name.ansi"
  tmux -L "$server" kill-session -t "$name"
  # As in a terminal all cells are the same, 9 by 19 pixels: one font and line height, no line breaks, two cells for what is wide.
  {
    echo '<!DOCTYPE html><meta charset="utf-8"><style>
      body { margin: 0; background: #16181d; }
      pre { margin: 14px 18px; color: #d6d9e0; font: 15px/19px "DejaVu Sans Mono", "Noto Sans Mono CJK JP", monospace; }
      i { display: inline-block; width: 2ch; font-style: normal; }
    </style><pre>'
    aha --black --no-header <"$work/$name.ansi" | perl -CSD -pe 's!(\p{East_Asian_Width=Wide})!<i>$1</i>!g'
    echo '</pre>'
  } >"$work/$name.html"
  page "$name" $((columns * 9 + 40)) $((rows * 19 + 30)) "$work/$name.html"
}

# page NAME WIDTH HEIGHT FILE: what a browser shows of it, at one and a half times the resolution.
page() {
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1.5 \
    --screenshot="$here/$1.png" --window-size="$2,$3" "file://$4" >"$work/chromium.log" 2>&1 || {
    echo "make.sh: chromium made no picture of $1: $(tail -n 1 "$work/chromium.log")" >&2
    exit 1
  }
  echo "docs/pictures/$1.png"
}

shot tree 84 38 'arborist tree'
shot tui 120 36 'arborist tui' G : 6 Enter Enter
shot tui-filter 100 28 'arborist tui' f

mkdir "$work/report"
arborist perf check "$root/examples/jmh.json" --requirements "$root/examples/requirements.toml" --no-save \
  --reports "$work/report" >/dev/null || true
page report 1180 1000 "$work/report/report.html"
