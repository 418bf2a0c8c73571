#!/bin/sh
# 用法：run.sh shared-volume|object-store 提交号
# 编各份，等都编好，再合并。上一次的 Job 先删去；共享卷和桶里的文件不动。
set -eu
variant="${1:?shared-volume 或 object-store}"
revision="${2:?提交号，例如 git rev-parse HEAD 的结果}"
cd "$(dirname "$0")"
kubectl delete job mingbai-parts mingbai-merge --ignore-not-found
sed "s/^  MINGBAI_REVISION: .*/  MINGBAI_REVISION: \"$revision\"/" settings.yaml | kubectl apply -f -
if [ "$variant" = shared-volume ]; then kubectl apply -f volume.yaml; fi
kubectl apply -f "parts-$variant.yaml"
kubectl wait --for=condition=complete --timeout=24h job/mingbai-parts
kubectl apply -f "merge-$variant.yaml"
kubectl wait --for=condition=complete --timeout=24h job/mingbai-merge
