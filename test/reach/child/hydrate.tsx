import { hydrateRoot } from 'react-dom/client';
import '@triage-ai/s3-attachments/styles.css';
import { Widgets } from './Widgets.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
hydrateRoot(root, <Widgets />, { onRecoverableError: (error) => console.error(error) });
