#!/bin/sh
# The main job, as `make run` runs it: check the log, ask what is overdue, draw the timeline, write the calendar and the page.
set -eu
cd "$(dirname "$0")/.."
say() { printf '\n\033[1m$ %s\033[0m\n' "$*" | if [ -t 1 ]; then cat; else sed 's/\x1b\[[0-9]*m//g'; fi; "$@"; }

say laceventlog check events
say laceventlog overdue events --today 2025-03-01 --exit-zero
say laceventlog timeline events --today 2025-03-01
say laceventlog overdue events --exit-zero
say laceventlog timeline events
mkdir -p build
say laceventlog export ics events --output build/laceventlog.ics
say laceventlog check build/laceventlog.ics
say laceventlog timeline events --format html --output build/timeline.html
