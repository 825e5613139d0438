/** Stands for your own sign-in. */
export function SignInPage() {
  return (
    <form method="post">
      <button formAction="/session/administrator">Sign in as administrator</button>
      <button formAction="/session/agent">Sign in as agent</button>
    </form>
  );
}
