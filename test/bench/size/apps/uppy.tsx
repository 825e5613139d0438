import AwsS3 from '@uppy/aws-s3';
import Uppy from '@uppy/core';
import { FilesList, UppyContextProvider, useFileInput } from '@uppy/react';
import { createRoot } from 'react-dom/client';

const uppy = new Uppy({ autoProceed: true }).use(AwsS3, {
  signRequest: async (request) =>
    (await fetch('/api/sign', { method: 'POST', body: JSON.stringify(request) })).json(),
});

function Picker() {
  return <input {...useFileInput().getInputProps()} />;
}

createRoot(document.body).render(
  <UppyContextProvider uppy={uppy}>
    <Picker />
    <FilesList />
  </UppyContextProvider>,
);
