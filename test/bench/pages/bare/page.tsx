import { createRoot } from 'react-dom/client';
import { countOff, startBench } from '../shared/startBench.ts';
import { BareList, createRows } from './BareList.tsx';
import { sendBare } from './sendBare.ts';

startBench({
  show(root, config) {
    const { done, add } = countOff(config.files);
    createRoot(root).render(<BareList rows={createRows(add)} config={config} />);
    return done;
  },
  send(files, config) {
    const { done, add } = countOff(files.length);
    void sendBare(files, config, { onProgress: () => {}, onEnd: (_, stored) => add(stored) });
    return done;
  },
  isPainted: (files) => document.querySelector(`[aria-setsize="${files}"]`) !== null,
});
