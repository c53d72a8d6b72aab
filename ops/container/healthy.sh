#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Ends with 0 when the process in this container is ready; no other program is needed in the image.
#   healthy.sh [PORT] [PATH]
port=${1:-9464}
path=${2:-/health/ready}
exec 3<>"/dev/tcp/127.0.0.1/$port" || exit 1
printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' "$path" >&3
read -r -t 5 _ status _ <&3
[ "$status" = 200 ]
