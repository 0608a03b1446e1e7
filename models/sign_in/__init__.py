"""What people sign in with beside a password: an authenticator app, recovery codes, passkeys."""
