// A hidden page gets no frames; its check goes on, and its title still tells when it has ended.
const WITHOUT_FRAMES_MS = 250;

/** Settles when the browser is about to draw, or after a while where it draws nothing. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const frame = requestAnimationFrame(() => done());
    const timer = setTimeout(() => done(), WITHOUT_FRAMES_MS);
    const done = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      resolve();
    };
  });
}
