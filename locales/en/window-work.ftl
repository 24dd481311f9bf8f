### AI at work, what it needs and what it tried: only in the window.

window-work-starting = Starting in { $seconds } s
window-work-now = just now
window-work-ago = { $seconds } s ago
window-work-silent = { $minutes } min ago
window-work-no-step = No step yet
window-work-progress = Steps of: { $title }
window-work-steps = { $count ->
    [0] no step yet
    [one] 1 step so far
   *[other] { $count } steps so far
}
window-work-stop = Stop
window-work-stop-item = Stop: { $title }
window-work-stopping = Stopping
window-work-stopped = Stopped: { $title }
window-work-why = Why?
window-work-why-going_wrong = It was going wrong
window-work-why-changed_mind = I changed my mind
window-work-again = Try again
window-work-again-told = Tried again: { $title }
window-work-argv = The command, word by word
window-work-answer = Your answer
window-work-answer-to = Your answer: { $title }
window-work-answer-send = Answer
window-work-answer-goOn = Go on
window-work-answer-stop = Stop
window-work-answer-allowOnce = Allow once
window-work-answer-allowAlways = Always allow exactly this
window-work-answer-refuse = Do not allow
window-work-answered = Answered: { $title }

window-work-fix = Change the item first, or try it as it is.
window-work-fix-auth = Check the key in Settings, AI connections.
window-work-fix-billing = Settle it with the AI service first.
window-work-fix-spend_cap = Raise the limit at the AI service, or wait until it resets.
window-work-fix-agent_missing = See Settings, AI connections.
window-work-fix-not_signed_in = Sign in in its own program first.
window-work-fix-workspace_missing = Put the job’s folder back where it was.
window-work-fix-input_missing = Put the file into the job’s folder, or name another.
window-work-fix-disk_full = Make room on the disk first.
window-work-fix-check_failed = See in the item which check it is.
window-work-fix-truncated = Divide the item, or ask for less at once.
window-work-fix-context_overflow = Give it fewer files, or divide the item.

window-try-tokens = { $in } tokens in, { $out } out
window-try-tokens-unknown = tokens unknown
window-try-cost-unknown = cost unknown
window-try-took = took { $time }
window-try-steps-of = Steps of attempt { $number }
window-try-steps-none = No steps were told.
window-try-mark-changed = changed files
window-try-mark-unchanged = changed nothing
window-try-mark-repeated = the same once more
window-try-mark-failed = did not work
window-try-mark-checks_up = more checks pass
window-try-mark-checks_down = fewer checks pass
window-try-asked = It asked: { $question }
window-try-answer = Answer: { $answer }
window-try-unanswered = not answered
window-try-compare = Compare with attempt { $number }
window-try-compare-close = Hide the comparison

window-shadow = Beside your own work
window-shadow-start = AI does it too
window-shadow-about = { $agent } does the same item beside you. It stays sealed until you are done.
window-shadow-started = AI does it too: { $title }. It stays sealed until you are done.
window-shadow-sealed = { $count ->
    [one] 1 attempt is sealed until you are done.
   *[other] { $count } attempts are sealed until you are done.
}

window-agents = AI connections
window-agent-found-program = { $agent } found. It works on a copy; your files change only when you accept. It uses the network. Use it?
window-agent-found-model = { $agent } found on this computer. It works on a copy; your files change only when you accept. Use it?
window-agent-use = Use it
window-agent-carry = I will carry it by hand
window-agent-used = What you hand over goes to { $agent } from now on.
window-agent-settings = Settings, AI connections has the test again.

window-agents-failed = The AI connections could not be read
window-agents-meant = “Hand over to AI” means
window-agents-chat = Any chat
window-agents-chat-note = You copy the brief and paste the answer. There is nothing to set up.
window-agents-found = Found on this computer
window-agents-found-none = Nothing else was found. A program is found by its usual name, a local model server by its usual address.
window-agents-found-failed = It could not be looked for.
window-agents-looking = Looking…
window-agents-consent = A program works fenced in, on a copy of the files, and uses the network to reach its maker. Adding it agrees to that.
window-agents-shell = Your login shell did not say where programs are: { $why }
window-agents-look = Look again
window-agents-model = Add a model by its API
window-agent-add = Add
window-agent-added = Added: { $agent }
window-agent-test = Test
window-agent-testing = Testing…
window-agent-remove = Remove
window-agent-remove-question = Remove it? What it did stays.
window-agent-removed = Removed: { $agent }
window-model-api = API
window-model-api-anthropic = Anthropic
window-model-api-openai_chat = OpenAI Chat, or one like it
window-model-api-openai_responses = OpenAI Responses
window-model-api-ollama = Ollama
window-model-model = Model
window-model-base = Address
window-model-name = Name here
window-model-key = Key
window-model-key-note = It is kept in the keychain of this system and nowhere else. A server of your own mostly needs none.
window-model-known-key = Key that is there
window-model-no-known-key = Another, or none
window-keys-of-models = Keys of models
window-secret-missing = missing
window-secret-for = for { $agents }
window-secret-give = Give a key
window-secret-keep = Keep
window-secret-forget = Forget
window-secret-this-run = Only until the program ends
window-secret-kept = Kept in the keychain: { $key }
window-secret-kept-this-run = Known until the program ends: { $key }
window-secret-forgotten = Forgotten: { $key }
window-work-standstill = Nothing that was handed over is worked now. { $reason }.
window-work-standstill-hint = { $hint }. It is tried again every few seconds and goes on by itself as soon as it can.
window-work-standstill-busy = Close what else has Halfday’s data open: a backup, another Halfday. It is tried again every few seconds and goes on by itself as soon as it can.
window-work-standstill-short = AI’s work stands still

window-work-start-now = Start now
window-work-start-told = Begins: { $title }

window-prices = Prices of models
window-prices-note = US dollars per million tokens. They count from now on; what was worked out before stays as it is. Nothing is downloaded.
window-prices-model = Model
window-prices-input = in
window-prices-output = out
window-prices-cache-read = from the cache
window-prices-cache-write = into the cache
window-prices-optional = if known
window-prices-add = Set
window-prices-forget = Forget the price of { $model }
window-prices-forget-imported = Forget the imported table
window-prices-import = Import a table
window-prices-import-title = LiteLLM’s table of prices
window-prices-failed = The prices could not be read
window-prices-set = Price set: { $model }
window-prices-forgotten = Forgotten: { $model }
