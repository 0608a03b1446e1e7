// Passkeys: ask the shop for the options, the browser for a passkey, and send what it answers in the form.
"use strict";

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.dataset.passkey || form.elements.credential.value) return;
  event.preventDefault();
  const say = form.querySelector("[role=alert]");
  say.textContent = "";
  if (!window.PublicKeyCredential || !PublicKeyCredential.parseRequestOptionsFromJSON) {
    say.textContent = "This browser knows no passkeys.";
    return;
  }
  try {
    const asked = await fetch(form.dataset.options, { method: "POST", body: new FormData(form) });
    if (asked.status === 403 && form.dataset.passkey === "make") {
      location.href = `/account/proof?next=${encodeURIComponent(location.pathname)}`;
      return;
    }
    if (!asked.ok) throw new Error(String(asked.status));
    form.elements.credential.value = JSON.stringify(await answerOf(form.dataset.passkey, await asked.json()));
  } catch (error) {
    say.textContent =
      error.name === "InvalidStateError"
        ? "This device has a passkey for your account already."
        : "No passkey was used. Try again, or choose another way.";
    return;
  }
  if (form.dataset.then) await prove(form, say);
  else form.submit();
});

async function answerOf(what, options) {
  const publicKey =
    what === "make"
      ? PublicKeyCredential.parseCreationOptionsFromJSON(options)
      : PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = await navigator.credentials[what === "make" ? "create" : "get"]({ publicKey });
  return credential.toJSON();
}

// After a proof the form that waits on the page is sent, or its page opened.
async function prove(form, say) {
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
  form.elements.credential.value = "";
  if (!answer.ok) {
    say.textContent = "The passkey was not accepted. Try again, or type your password.";
    return;
  }
  const waiting = document.getElementById("proof");
  if (form.dataset.then === "go") location.href = waiting.elements.next.value;
  else waiting.submit();
}
