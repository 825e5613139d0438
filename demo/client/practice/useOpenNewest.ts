import { useSearchParams } from 'react-router';

/** After something was created: what the page's address had opened in its place gives way, for the newest is open by itself. */
export function useOpenNewest(kind: 'bucket' | 'policy' | 'user'): () => void {
  const [, setParams] = useSearchParams();
  return () =>
    setParams(
      (params) => {
        const next = new URLSearchParams(params);
        next.delete(kind);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
}
