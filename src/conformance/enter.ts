import { problemType } from '../contract/index.ts';
import { type Answer, describeAnswer } from './Answer.ts';
import type { Role } from './ConformanceOptions.ts';
import { Blocked, CannotRun, Shortfall } from './Shortfall.ts';
import type { World } from './World.ts';

/**
 * Looks whether there is somebody to be asked, what is saved, and where new attachments go at the moment.
 *
 * @throws CannotRun where nothing could be said about the implementation
 */
export async function enter(world: World): Promise<void> {
  const { headers, sendsToS3, writesSettings, s3Values } = world.options;
  if (writesSettings && !headers.administrator)
    throw new CannotRun('Nobody but an administrator saves settings.');
  if (sendsToS3 && writesSettings && !s3Values)
    throw new CannotRun(
      'To send files through S3, the values of a real bucket are needed in the environment.',
    );
  const known = headers.administrator ? 'administrator' : headers.agent ? 'agent' : null;
  requireSense(await ask(world, known ?? 'nobody'), known, world.ticketId);
  if (headers.administrator) {
    const settings = await unlessShort(() => world.settings());
    world.saved = !settings || settings.status === 'not_configured' ? null : settings;
  }
  const signed = known && (await unlessShort(() => world.sign()));
  const inUse = signed ? signed.target.to !== 'database' : world.saved?.status === 'configured';
  world.mode = inUse ? 's3' : 'database';
}

async function ask(world: World, role: Role): Promise<Answer> {
  try {
    return await world.call(role, 'listAttachments', { params: { ticketId: world.ticketId } });
  } catch (error) {
    if (error instanceof Shortfall || error instanceof Blocked)
      throw new CannotRun(`${world.options.baseUrl} could not be reached: ${error.message}`);
    throw error;
  }
}

// What an implementation does not have yet, or does wrongly, is for the checks to say.
function requireSense(answer: Answer, known: Role | null, ticketId: string): void {
  const asked = `GET /tickets/${ticketId}/attachments`;
  if (answer.status === 404 && !answer.headers.get('content-type')?.includes(problemType))
    throw new CannotRun(`${asked} is not there: ${describeAnswer(answer)}. Is the URL that of the API?`);
  if (known && [401, 403].includes(answer.status))
    throw new CannotRun(
      `As ${known === 'agent' ? 'an agent' : 'an administrator'}, ${asked} was answered with ${describeAnswer(answer)}. Are the headers right, and the ticket?`,
    );
}

async function unlessShort<T>(act: () => Promise<T>): Promise<T | null> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Shortfall || error instanceof Blocked) return null;
    throw error;
  }
}
