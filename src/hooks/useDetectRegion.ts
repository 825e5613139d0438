'use client';
import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { Client } from '../client/index.ts';
import type { BodyOf, RegionFound } from '../contract/index.ts';
import type { DiagnosisError } from '../diagnosis/index.ts';
import { useWidgetQueryClient } from './useWidgetQueryClient.ts';

/** Asks the backend, and that asks S3, in which region a bucket is. Rejects with a `DiagnosisError`. */
export function useDetectRegion(
  client: Client,
): UseMutationResult<RegionFound, DiagnosisError, BodyOf<'detectRegion'>> {
  return useMutation<RegionFound, DiagnosisError, BodyOf<'detectRegion'>>(
    { networkMode: 'always', retry: false, mutationFn: (body) => client.detectRegion({ body }) },
    useWidgetQueryClient(client),
  );
}
