#!/bin/sh
# Starts the browser on one core, KAM_CORE, where that can be had. The cores of some virtual machines disagree about the time
# by milliseconds; a thread that is moved from one to the other sees its clock go back, and Chromium ends the process: the
# network's about once in ten page loads, now and then a page's.
if taskset -c "$KAM_CORE" true 2>/dev/null; then
  exec taskset -c "$KAM_CORE" "$KAM_BROWSER" "$@"
fi
exec "$KAM_BROWSER" "$@"
