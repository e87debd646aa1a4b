/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-antimony-lexer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rankle-model-error.h"

#define MAX_TOKENS 400000

typedef struct
{
  RankleTokens *tokens;
  GArray       *array;
  const char   *name;
  char         *at;
  char         *counted; /* at most at: as far as the column is known */
  guint         line;
  guint         column; /* [characters from 1] of what is counted */
} Lexer;

/* Longest first. */
static const char *const symbols[] = { "<->", "-->", ":=", "->", "=>", "-|", "-o",
                                       "-(",  "==",  "!=", "<=", ">=", "&&", "||" };

gboolean
rankle_token_is (const RankleToken *token, const char *symbol)
{
  return (token->kind == RANKLE_TOKEN_NAME || token->kind == RANKLE_TOKEN_SYMBOL) &&
         token->length == strlen (symbol) &&
         memcmp (token->text, symbol, token->length) == 0;
}

char *
rankle_token_dup (const RankleToken *token)
{
  return g_strndup (token->text, token->length);
}

gboolean
rankle_token_error (const RankleToken *token,
                    const char        *name,
                    int                code,
                    GError           **error,
                    const char        *format,
                    ...)
{
  g_autofree char *what = NULL;
  va_list          arguments;

  g_assert (token->line > 0 && token->column > 0);

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, RANKLE_MODEL_ERROR, code, "%s:%u:%u: %s", name, token->line,
               token->column, what);
  return FALSE;
}

/* A line may hold a whole file: what has been counted is not counted again. */
static void
count_column (Lexer *lexer)
{
  g_assert (lexer->counted <= lexer->at);
  lexer->column += (guint)g_utf8_strlen (lexer->counted, lexer->at - lexer->counted);
  lexer->counted = lexer->at;
}

static RankleToken
start_token (Lexer *lexer, RankleTokenKind kind)
{
  count_column (lexer);
  return (RankleToken){
    .kind = kind, .text = lexer->at, .line = lexer->line, .column = lexer->column
  };
}

static void
add_token (Lexer *lexer, RankleToken token, gsize length)
{
  g_assert (length > 0); /* so that the text comes to an end */

  token.length = length;
  g_array_append_val (lexer->array, token);
  lexer->at += length;
}

static void
start_line (Lexer *lexer)
{
  g_assert (lexer->at[-1] == '\n');

  lexer->line++;
  lexer->counted = lexer->at;
  lexer->column = 1;
}

/* Blanks @length bytes, keeping line ends. */
static void
blank (Lexer *lexer, gsize length)
{
  for (gsize i = 0; i < length; i++, lexer->at++)
    {
      if (*lexer->at == '\n')
        {
          lexer->at++;
          start_line (lexer);
          lexer->at--;
        }
      *lexer->at = *lexer->at == '\n' ? '\n' : ' ';
    }
}

static gboolean
skip_comment (Lexer *lexer, gboolean *skipped, GError **error)
{
  *skipped = TRUE;
  if (*lexer->at == '#' || g_str_has_prefix (lexer->at, "//"))
    {
      blank (lexer, strcspn (lexer->at, "\n"));
      return TRUE;
    }
  if (g_str_has_prefix (lexer->at, "/*"))
    {
      const char *end = strstr (lexer->at + 2, "*/");
      RankleToken here = start_token (lexer, RANKLE_TOKEN_SYMBOL);

      if (end == NULL)
        return rankle_token_error (&here, lexer->name, RANKLE_MODEL_ERROR_SYNTAX, error,
                                   _ ("this comment never ends"));
      blank (lexer, (gsize)(end + 2 - lexer->at));
      return TRUE;
    }
  *skipped = FALSE;
  return TRUE;
}

static gboolean
read_string (Lexer *lexer, GError **error)
{
  RankleToken token = start_token (lexer, RANKLE_TOKEN_STRING);
  gsize       length = strcspn (lexer->at + 1, "\"\n");

  g_assert (*lexer->at == '"');

  if (lexer->at[1 + length] != '"')
    return rankle_token_error (&token, lexer->name, RANKLE_MODEL_ERROR_SYNTAX, error,
                               _ ("this string never ends"));
  token.text++;
  token.length = length;
  g_array_append_val (lexer->array, token);
  lexer->at += length + 2;
  return TRUE;
}

static gsize
measure_number (const char *at)
{
  const char *p = at;

  while (g_ascii_isdigit (*p))
    p++;
  if (*p == '.')
    for (p++; g_ascii_isdigit (*p);)
      p++;
  if (*p == 'e' || *p == 'E')
    {
      const char *exponent = p + 1 + (p[1] == '+' || p[1] == '-');

      if (g_ascii_isdigit (*exponent))
        for (p = exponent; g_ascii_isdigit (*p);)
          p++;
    }
  return (gsize)(p - at);
}

static gsize
measure_name (const char *at)
{
  const char *p = at;

  while (g_ascii_isalnum (*p) || *p == '_')
    p++;
  return (gsize)(p - at);
}

static gsize
measure_symbol (const char *at)
{
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (g_str_has_prefix (at, symbols[i]))
      return strlen (symbols[i]);
  return strchr ("+-*/^(){}[],:=$'<>!.%", *at) != NULL ? 1 : 0;
}

static gboolean
read_token (Lexer *lexer, GError **error)
{
  RankleToken token = start_token (lexer, RANKLE_TOKEN_SYMBOL);
  char        c = *lexer->at;

  if (c == '\n' || c == ';')
    {
      token.kind = RANKLE_TOKEN_BREAK;
      add_token (lexer, token, 1);
      if (c == '\n')
        start_line (lexer);
    }
  else if (c == '"')
    return read_string (lexer, error);
  else if (g_ascii_isdigit (c) || (c == '.' && g_ascii_isdigit (lexer->at[1])))
    {
      token.kind = RANKLE_TOKEN_NUMBER;
      add_token (lexer, token, measure_number (lexer->at));
    }
  else if (g_ascii_isalpha (c) || c == '_')
    {
      token.kind = RANKLE_TOKEN_NAME;
      add_token (lexer, token, measure_name (lexer->at));
    }
  else if (measure_symbol (lexer->at) > 0)
    add_token (lexer, token, measure_symbol (lexer->at));
  else
    return rankle_token_error (&token, lexer->name, RANKLE_MODEL_ERROR_SYNTAX, error,
                               _ ("“%.*s” has no meaning here"),
                               (int)(g_utf8_next_char (lexer->at) - lexer->at),
                               lexer->at);
  return TRUE;
}

static gboolean
read_all (Lexer *lexer, GError **error)
{
  while (*lexer->at != '\0')
    {
      gboolean skipped;

      if (lexer->array->len >= MAX_TOKENS)
        {
          RankleToken here = start_token (lexer, RANKLE_TOKEN_SYMBOL);

          return rankle_token_error (&here, lexer->name, RANKLE_MODEL_ERROR_LIMIT, error,
                                     ngettext ("the text has more than %d word",
                                               "the text has more than %d words",
                                               MAX_TOKENS),
                                     MAX_TOKENS);
        }
      if (!skip_comment (lexer, &skipped, error))
        return FALSE;
      if (skipped)
        continue;
      if (*lexer->at == ' ' || *lexer->at == '\t' || *lexer->at == '\r')
        lexer->at++;
      else if (!read_token (lexer, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_text (const char *text, gsize length, const char *name, GError **error)
{
  const char *bad;
  guint       line = 1;

  if (g_utf8_validate_len (text, length, &bad))
    return TRUE;
  for (const char *p = text; p < bad; p++)
    line += *p == '\n';
  g_set_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_SYNTAX,
               _ ("%s:%u:1: not text in UTF-8"), name, line);
  return FALSE;
}

gboolean
rankle_tokens_read (RankleTokens *tokens,
                    const char   *text,
                    gsize         length,
                    const char   *name,
                    GError      **error)
{
  Lexer       lexer = { .tokens = tokens, .name = name, .line = 1, .column = 1 };
  RankleToken end;
  gboolean    good;

  *tokens = (RankleTokens){ 0 };
  if (!check_text (text, length, name, error))
    return FALSE;
  lexer.at = lexer.counted = tokens->text = g_strndup (text, length);
  lexer.array = g_array_new (FALSE, FALSE, sizeof (RankleToken));
  good = read_all (&lexer, error);
  end = start_token (&lexer, RANKLE_TOKEN_END);
  g_array_append_val (lexer.array, end);
  tokens->n_tokens = lexer.array->len;
  tokens->tokens = (RankleToken *)(void *)g_array_free (lexer.array, FALSE);
  return good;
}

void
rankle_tokens_clear (RankleTokens *tokens)
{
  g_clear_pointer (&tokens->text, g_free);
  g_clear_pointer (&tokens->tokens, g_free);
}
