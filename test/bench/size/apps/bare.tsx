import { createRoot } from 'react-dom/client';
import { BareList, createRows } from '../../pages/bare/BareList.tsx';
import type { Config } from '../../pages/shared/Config.ts';

const config: Config = {
  api: '/api',
  mode: 'list',
  files: 1,
  size: 0,
  parts: false,
  listOnly: false,
  stallTimeout: 0,
  retry: 0,
  batch: 0,
};
createRoot(document.body).render(<BareList rows={createRows(() => {})} config={config} />);
