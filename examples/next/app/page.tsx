import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';

async function signIn(form: FormData): Promise<void> {
  'use server';
  (await cookies()).set('user', String(form.get('user')), { httpOnly: true, sameSite: 'lax' });
  redirect('/tickets/1');
}

/** Stands for your own sign-in. */
export default function SignInPage() {
  return (
    <form action={signIn}>
      <button name="user" value="administrator">
        Sign in as administrator
      </button>
      <button name="user" value="agent">
        Sign in as agent
      </button>
    </form>
  );
}
