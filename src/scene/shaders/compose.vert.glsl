// SPDX-FileCopyrightText: The Rankle authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One triangle that is larger than the picture.

void main ()
{
  gl_Position = vec4 (float (gl_VertexID % 2) * 4.0 - 1.0, float (gl_VertexID / 2) * 4.0 - 1.0, 0.0, 1.0);
}
