"""Calls a mock with the official clients and prints, as one JSON document, what they understood."""

import json
import sys

import anthropic
import openai

url, key = sys.argv[1], sys.stdin.readline().strip()
tool = {"type": "object", "properties": {"path": {"type": "string"}}, "additionalProperties": False}


def messages(model):
    client = anthropic.Anthropic(base_url=url, api_key=key, max_retries=0)
    with client.messages.stream(
        model=model,
        max_tokens=1000,
        system="Be brief.",
        messages=[{"role": "user", "content": "List the files."}],
        tools=[{"name": "list", "description": "List files.", "input_schema": tool}],
    ) as stream:
        said = "".join(stream.text_stream)
        whole = stream.get_final_message()
    calls = [[block.id, block.name, block.input] for block in whole.content if block.type == "tool_use"]
    usage = whole.usage
    return {
        "said": said,
        "calls": calls,
        "end": whole.stop_reason,
        "used": [usage.input_tokens, usage.cache_read_input_tokens, usage.cache_creation_input_tokens, usage.output_tokens],
    }


def chat(model):
    client = openai.OpenAI(base_url=url + "/v1", api_key=key, max_retries=0)
    with client.chat.completions.stream(
        model=model,
        messages=[{"role": "system", "content": "Be brief."}, {"role": "user", "content": "List the files."}],
        tools=[{"type": "function", "function": {"name": "list", "description": "List files.", "parameters": tool}}],
        stream_options={"include_usage": True},
    ) as stream:
        for _ in stream:
            pass
        whole = stream.get_final_completion()
    choice = whole.choices[0]
    calls = [[call.id, call.function.name, json.loads(call.function.arguments or "{}")] for call in choice.message.tool_calls or []]
    usage = whole.usage
    return {
        "said": choice.message.content,
        "calls": calls,
        "end": choice.finish_reason,
        "used": [usage.prompt_tokens, usage.prompt_tokens_details.cached_tokens, usage.completion_tokens],
    }


def fault(call, model):
    """The client's own name for what went wrong, the status, and what the API calls it."""
    try:
        return {"none": call(model)}
    except (anthropic.APIError, openai.APIError) as error:
        told = error.body if isinstance(error.body, dict) else {}
        return [type(error).__name__, getattr(error, "status_code", None), told.get("error", told).get("type")]


print(
    json.dumps(
        {
            "versions": [anthropic.__version__, openai.__version__],
            "messages": messages("works"),
            "chat": chat("works"),
            "limited": [fault(messages, "limited"), fault(chat, "limited")],
            "refused": [fault(messages, "refused"), fault(chat, "refused")],
            "overloaded": fault(messages, "overloaded"),
        }
    )
)
