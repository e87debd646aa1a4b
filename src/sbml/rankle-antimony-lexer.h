/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RANKLE_TOKEN_NAME,
  RANKLE_TOKEN_NUMBER,
  RANKLE_TOKEN_STRING, /* text without its quotes */
  RANKLE_TOKEN_SYMBOL, /* one of the operators, longest first */
  RANKLE_TOKEN_BREAK,  /* end of line or ';': ends a statement */
  RANKLE_TOKEN_END,    /* always the last one */
} RankleTokenKind;

typedef struct
{
  RankleTokenKind kind;
  const char     *text; /* into the lexer's copy; not terminated */
  gsize           length;
  guint           line, column; /* from 1; columns count characters */
} RankleToken;

/* Antimony's text as tokens. The text is copied with its comments blanked out, so that a
 * piece of it can be handed on as it stands. */
typedef struct
{
  char        *text;   /* (owned) */
  RankleToken *tokens; /* (owned) */
  guint        n_tokens;
} RankleTokens;

gboolean rankle_tokens_read (RankleTokens *tokens,
                             const char   *text,
                             gsize         length,
                             const char   *name,
                             GError      **error);
void     rankle_tokens_clear (RankleTokens *tokens);

gboolean rankle_token_is (const RankleToken *token, const char *symbol);
char    *rankle_token_dup (const RankleToken *token);

/* Sets "name:line:column: …"; always FALSE. */
gboolean rankle_token_error (const RankleToken *token,
                             const char        *name,
                             int                code,
                             GError           **error,
                             const char        *format,
                             ...) G_GNUC_PRINTF (5, 6);

G_END_DECLS
