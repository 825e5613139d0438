import { useUploadFiles } from '@better-upload/client';
import { createRoot } from 'react-dom/client';

function Picker() {
  const { upload } = useUploadFiles({ route: 'files' });
  return <input type="file" multiple onChange={({ target }) => void upload([...(target.files ?? [])])} />;
}

createRoot(document.body).render(<Picker />);
