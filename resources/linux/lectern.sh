#!/bin/sh
# Starts Lectern. The command line (lectern --cli COMMAND …) draws nothing, so it is started without asking for a display.
if [ "$1" = --cli ]; then
  exec /usr/lib/lectern/lectern --ozone-platform=headless --log-level=3 "$@"
fi
exec /usr/lib/lectern/lectern "$@"
