/** Calls `done` when the body of an answer was read to its end, broke, or is wanted no more. */
export function whenSent(response: Response, done: () => void): Response {
  const reader = response.body?.getReader();
  if (!reader) {
    done();
    return response;
  }
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const read = await reader.read();
          if (!read.done) return controller.enqueue(read.value);
          done();
          controller.close();
        } catch (error) {
          done();
          controller.error(error);
        }
      },
      cancel(reason) {
        done();
        return reader.cancel(reason);
      },
    },
    // What nobody has asked for yet stays where it is.
    { highWaterMark: 0 },
  );
  return new Response(body, response);
}
